import type { Metadata } from "next";
import { Headline } from "@/components/site/headline";
import { Project } from "@/components/writing/project";
import { projects } from "@/lib/content/projects";
import { site } from "@/lib/site/site";
import { fill } from "@/lib/site/fill";
import { strings } from "@/lib/site/strings";

const words = strings.projects;

export const metadata: Metadata = {
  title: words.title,
  description: fill(words.description, { name: site.name }),
};

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
