// All whole jobs on one server and in one browser. Each file of jobs/ also runs by itself: node --test jobs/measure-to-scenario.mjs
import { readdir } from "node:fs/promises";

const folder = new URL("./jobs/", import.meta.url);
for (const file of (await readdir(folder)).sort()) {
  await import(new URL(file, folder));
}
