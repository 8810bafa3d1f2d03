import { BaseSequencer, type TestSpecification } from "vitest/node";
import { isOfTheBuild } from "./of-the-build.ts";

/**
 * Sorts test files like vitest: those that took longest in the last run come first, or the largest. Tests of built files come last, because
 * they wait for the build; the longest of them, end to end and of the library, come first, so that none is alone at the end.
 */
export class BuildSequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification): number => (isOfTheBuild(moduleId) ? (/\/test\/(e2e|library)\//.test(moduleId) ? 1 : 2) : 0);
    return (await super.sort(files)).toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}
