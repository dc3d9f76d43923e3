import type { Cover } from "./cover-ids";
export function drawSleeve(cover: Cover): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640" width="640" height="640"><rect width="640" height="640" fill="#a33"/><text x="20" y="60">${cover.title.length}</text></svg>`;
}
