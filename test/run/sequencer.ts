import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The order in which the projects start. Tests of built files come last, because they wait for the build. */
const PROJECTS = ["sources", "steps", "build"];

/** Sorts test files by project, and within a project like vitest: those that took longest in the last run come first, or the largest. */
export class ProjectSequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ project }: TestSpecification): number => PROJECTS.indexOf(project.name);
    return (await super.sort(files)).toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}
