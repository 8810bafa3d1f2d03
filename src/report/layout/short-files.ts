/** Short names for the files of a report in a terminal: their paths without the folder that they all share. */
export function shortFiles(files: readonly string[]): (file: string) => string {
  const folders = files.map((file) => file.split("/").slice(0, -1));
  const [first = []] = folders;
  let shared = 0;
  while (shared < first.length && folders.every((folder) => folder[shared] === first[shared])) shared++;
  const length = first.slice(0, shared).join("/").length;
  return (file) => (length === 0 ? file : file.slice(length + 1));
}
