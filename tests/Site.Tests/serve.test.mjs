import assert from "node:assert/strict";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { newFolder, program, remove, startServer } from "./server.mjs";
import { isSignedIn, openSite } from "./site.mjs";

const lines = (text) => text.trim().split("\n");

test("Ctrl-C ends the server with code 0 and says nothing", async () => {
  const server = await startServer({ demo: false });
  const { code, stderr } = await server.stop();

  assert.equal(code, 0);
  assert.equal(stderr, "");
});

test("A second start keeps the data: who was signed in still is", async () => {
  const site = await openSite({ demo: false });
  try {
    await site.server.stop({ keep: true });
    site.server = await startServer({ data: site.server.data, demo: false });
    await site.with({}, async (page) => {
      await page.goto("/");
      assert.ok(await isSignedIn(page));
    });
  } finally {
    await site.close();
  }
});

test("A taken port gives one clear line and code 1", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address();
  const folder = await newFolder();
  try {
    const { code, stderr } = await program(["serve", "--url", `http://127.0.0.1:${port}`, "--data", folder]).exit;

    assert.equal(code, 1);
    assert.equal(lines(stderr).length, 1, stderr);
    assert.match(stderr, new RegExp(String(port)));
  } finally {
    taken.close();
    await remove(folder);
  }
});

test("A data folder that cannot be made gives one clear line and code 1", async () => {
  const folder = await newFolder();
  const file = join(folder, "a-file");
  await writeFile(file, "");
  try {
    const { code, stderr } = await program(["serve", "--data", join(file, "data")]).exit;

    assert.equal(code, 1);
    assert.equal(lines(stderr).length, 1, stderr);
    assert.ok(stderr.includes(file), stderr);
  } finally {
    await remove(folder);
  }
});

test("The program without a verb shows its help", async () => {
  const { stdout, stderr } = await program([]).exit;

  for (const verb of ["serve", "load", "assess", "export", "report", "journal"]) {
    assert.match(stdout + stderr, new RegExp(`\\b${verb}\\b`));
  }
});
