import { Headline } from "@/components/site/headline";
import { Project } from "@/components/writing/project";
import { projects } from "@/lib/content/projects";
import { readSiteUrl } from "@/lib/server";
import { describePage } from "@/lib/site/metadata";
import { pages } from "@/lib/site/pages";
import { strings } from "@/lib/site/strings";

const words = strings.projects;
export const metadata = describePage(pages.projects, readSiteUrl());

export default function Projects() {
  return (
    <>
      <Headline>{words.title}</Headline>
      {projects.map((project) => (
        <Project key={project.name} {...project} />
      ))}
    </>
  );
}
