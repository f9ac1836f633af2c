// Starts the built program as a user would, on a free port with a data folder of its own, and stops it again.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const built = fileURLToPath(new URL("../../src/Weerbaar/bin/Program/weerbaar.dll", import.meta.url));
const patience = 120_000;

export const newFolder = () => mkdtemp(join(tmpdir(), "weerbaar-site-"));

export const remove = (folder) => rm(folder, { recursive: true, force: true });

export async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  return port;
}

/** Runs the program and gives { child, output, exit }; `exit` is a promise of { code, stdout, stderr }. */
export function program(args, { cwd = tmpdir() } = {}) {
  const file = process.env.WEERBAAR_PROGRAM ?? built;
  const command = file.endsWith(".dll") ? ["dotnet", file] : [file];
  const child = spawn(command[0], [...command.slice(1), ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (text) => (output.stdout += text));
  child.stderr.on("data", (text) => (output.stderr += text));
  const exit = once(child, "close").then(([code]) => ({ code, ...output }));
  return { child, output, exit };
}

/** Serves the example cycles. `data` keeps a folder of an earlier start; `demo: false` starts empty; `more` are further options. */
export async function startServer({ data, demo = true, more = [] } = {}) {
  const folder = data ?? (await newFolder());
  const address = `http://localhost:${await freePort()}`;
  const running = program(["serve", "--url", address, "--data", folder, ...(demo ? ["--demo"] : []), ...more]);
  const signInLink = await linkOf(running);
  return {
    address,
    data: folder,
    signInLink,
    output: running.output,
    async stop({ keep = false } = {}) {
      running.child.kill("SIGINT");
      const ended = await running.exit;
      if (!keep) await remove(folder);
      return ended;
    },
  };
}

async function linkOf({ child, output, exit }) {
  const said = new Promise((resolve) => {
    child.stdout.on("data", () => {
      const link = /^Sign in once with: (\S+)$/m.exec(output.stdout);
      if (link && output.stdout.includes("Weerbaar listens on ")) resolve(link[1]);
    });
  });
  let clock;
  const late = new Promise((_, reject) => (clock = setTimeout(() => reject(new Error(`No sign-in link.\n${output.stderr}`)), patience)));
  const gone = exit.then(({ code, stderr }) => Promise.reject(new Error(`The program ended with code ${code}.\n${stderr}`)));
  gone.catch(() => {});
  try {
    return await Promise.race([said, gone, late]);
  } catch (error) {
    child.kill("SIGKILL");
    throw error;
  } finally {
    clearTimeout(clock);
  }
}
