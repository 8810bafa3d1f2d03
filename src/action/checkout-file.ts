import { diskReader } from "../files/disk.ts";
import { InputError } from "../github/inputs.ts";

/** The folder of the checkout, and the working directory in it (`folder`; empty for the checkout itself). */
export type Checkout = { workspace: string; folder: string };

/**
 * The path, relative to the checkout, of a file that an input names relative to the working directory.
 * @throws InputError if it leads out of the checkout
 */
export async function fileInCheckout(input: string, path: string, { folder, workspace }: Checkout): Promise<string> {
  const disk = diskReader(workspace, [workspace]);
  const file = folder === "" ? path : `${folder}/${path}`;
  const isInside = disk.contains(file) && (await disk.follow(file).then(Boolean, () => false));
  if (!isInside) throw new InputError(`Input ${input} names ${JSON.stringify(path)}, which is outside of the checkout.`);
  return file;
}
