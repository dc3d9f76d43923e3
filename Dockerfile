# Builds the site, and keeps of it what it needs to run. No secret is needed to build, and none gets in.
#
#   docker build --build-arg SITE_URL=https://example.com --tag liner-notes .

FROM node:24-slim AS build
WORKDIR /build
ENV NEXT_TELEMETRY_DISABLED=1
# First what changes seldom, so that the packages are kept from build to build.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
# Where the site is reached, with its path where it has one: its pages are made here, and name it.
ARG SITE_URL=""
RUN npm run build

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOSTNAME=0.0.0.0 PORT=3000 DATA_DIR=/data
ARG SITE_URL=""
ENV SITE_URL=$SITE_URL
# The server may read its own files and write its data. The link is the default folder of the data: an
# env file with an empty DATA_DIR= would otherwise send them into the image.
RUN mkdir /data && chown node:node /data && ln -s /data .data
COPY --from=build /build/.next/standalone ./
USER node
VOLUME /data
EXPOSE 3000
# Not /api/health, which fails while the music cannot be read: to start anew would mend nothing then. A
# site below a path answers 404 here, which tells as much.
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/now-playing.schema.json`).then(({ status }) => process.exit(status < 500 ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.js"]
