import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

/**
 * Writes the licences of every package that the bundles may hold: those of the lock file that are not for
 * development alone. ncc's own list is of one part of a bundle only, and the bundles have several.
 */
type Locked = { packages: Record<string, { dev?: boolean; devOptional?: boolean; version?: string; license?: string }> };

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as Locked;
const parts = Object.entries(packages)
  .filter(([path, { dev, devOptional }]) => path.startsWith("node_modules/") && !dev && !devOptional && existsSync(path))
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([path, { version, license }]) => {
    const file = readdirSync(path).find((name) => /^licen[cs]e/i.test(name));
    const text = file === undefined ? "" : `\n\n${readFileSync(`${path}/${file}`, "utf8").trim()}`;
    return `${path.replace(/^.*node_modules\//, "")} ${version ?? ""}\n${license ?? ""}${text}`;
  });
writeFileSync("dist/licenses.txt", `${parts.join(`\n\n${"-".repeat(80)}\n\n`)}\n`);
