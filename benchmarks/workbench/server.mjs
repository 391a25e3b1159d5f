// A workbench of its own for a measurement: started on a free port, ended by the caller.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = `${root}artifacts/bin/Loadstone.Cli/release/Loadstone.Cli.dll`;

export const app = `${root}src/Loadstone.Web/app`;

/** Starts it; `started` is when it had printed its address. */
export async function serve() {
  if (!existsSync(program)) throw new Error('build first: dotnet build -c Release');
  const child = spawn('dotnet', [program, 'serve', '--no-open', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise((found, failed) => {
    child.once('exit', code => failed(new Error(`the workbench ended with ${code}`)));
    child.stdout.on('data', data => {
      const printed = /http:\S+/.exec(String(data));
      if (printed) found(printed[0]);
    });
  });
  return { address, process: child.pid, started: performance.now(), stop: () => child.kill('SIGINT') };
}

/** Memory that a process holds, MB; Linux only. */
export async function residentMegabytes(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024;
}

export async function example(name) {
  return await readFile(`${root}examples/${name}`, 'utf8');
}

export function quantile(values, q) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
}

export function chromiumPath() {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const found = (process.env.PATH ?? '').split(':').flatMap(folder => names.map(name => `${folder}/${name}`)).find(existsSync);
  if (!found) throw new Error('Chromium is not installed');
  return found;
}
