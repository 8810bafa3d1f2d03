export { t as checkFiles } from "./core.part.js";
