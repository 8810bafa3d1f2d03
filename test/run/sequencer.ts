import { BaseSequencer, type TestSpecification } from "vitest/node";
import { isOfTheBuild } from "./of-the-build.ts";

/**
 * Sorts test files like vitest: those that took longest in the last run come first, or the largest. Tests of built files come last, because
 * they wait for the build; the longest of them come first, so that none is alone at the end. Of these, the tests of the bundle come before all,
 * because they keep GitHub's pace and wait longer than they work.
 */
export class BuildSequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const ofTheBuild = (file: string): number => (/\/test\/e2e\/bundle\//.test(file) ? 1 : /\/test\/(e2e|library)\//.test(file) ? 2 : 3);
    const placeOf = ({ moduleId }: TestSpecification): number => (isOfTheBuild(moduleId) ? ofTheBuild(moduleId) : 0);
    return (await super.sort(files)).toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}
