import { BaseSequencer, type TestSpecification } from "vitest/node";
import { isOfTheBuild } from "./of-the-build.ts";

/** Sorts test files like vitest: those that took longest in the last run come first, or the largest. Tests of built files come last, because they wait for the build. */
export class BuildSequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => Number(isOfTheBuild(one.moduleId)) - Number(isOfTheBuild(other.moduleId)));
  }
}
