import { drawn, expect, show, text } from './page.mjs';

/** The server is killed while somebody edits: that is shown, work goes on, and with a server on the same port again everything is computed and nothing was lost. */
export default async function ({ visit, pictures, loadstone }) {
  const first = await serve(loadstone, 0);
  const page = await visit({ at: first.address, expectErrors: true });
  await page.goto(first.address);
  await drawn(page);
  const curve = page.getByRole('img', { name: /^Capacity against rate/ });
  const porosity = page.getByRole('textbox', { name: 'Porosity' }).first();
  await porosity.fill('30');
  await drawn(page);
  const before = await curve.getAttribute('aria-label');

  first.run.child.kill('SIGKILL');
  await first.run.ended;
  await porosity.fill('33');
  const lost = page.getByText('Connection lost');
  await lost.waitFor();
  await porosity.fill('48');
  await page.getByRole('textbox', { name: 'Loading' }).fill('40');
  const edited = await text(page);
  expect(edited.includes('"48 %"') && edited.includes('"40 mg/cm²"'), 'what is edited without a connection is not in the document');
  expect(await curve.getAttribute('aria-label') === before, 'the last curves are gone with the connection');
  await show(page, pictures, 'connection-lost');

  const second = await serve(loadstone, new URL(first.address).port);
  await lost.waitFor({ state: 'detached' });
  await drawn(page);
  expect(await curve.getAttribute('aria-label') !== before, 'what was edited without a connection is not computed when it is back');
  expect(await text(page) === edited, 'the document changed when the connection came back');

  await page.reload();
  await drawn(page);
  expect(await text(page) === edited, 'the document is lost when the page is loaded again');
  second.run.child.kill('SIGKILL');
  await second.run.ended;
}

async function serve(loadstone, port) {
  const run = loadstone('serve', '--no-open', '--port', String(port));
  for (;;) {
    const address = /http:\S+/.exec(run.output)?.[0];
    if (address) return { run, address };
    const code = await Promise.race([run.ended, new Promise(soon => setTimeout(soon, 50, 'runs'))]);
    if (code !== 'runs') throw new Error(`the server ended with ${code}: ${run.output}`);
  }
}
