import { readFile } from 'node:fs/promises';
import { downloaded, drop } from './hands.mjs';
import { drawn, expect, show, text } from './page.mjs';

const example = new URL('../../../../examples/nmc811-half-cell.json', import.meta.url);

/** Designs come in and go out: a file opened or dropped, saved as it is written, shared as a link that another browser opens, as a report, as commands. */
export default async function ({ visit, address, pictures }) {
  const design = await readFile(example, 'utf8');
  const page = await withoutPickers(visit);
  await page.goto(new URL('/document', address).href);
  await drawn(page);
  const begun = await text(page);

  // Opened by the dialog; undo brings the earlier one back.
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open…' }).click();
  await (await chooser).setFiles({ name: 'cell.json', mimeType: 'application/json', buffer: Buffer.from(design) });
  await page.waitForFunction(given => sessionStorage.getItem('loadstone.document') === given, design);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await text(page) === begun, 'undo does not bring the design before the file back');

  // Dropped; anything but one design is refused in words.
  await drop(page, page.locator('main'), [['cell.json', design]]);
  await page.waitForFunction(given => sessionStorage.getItem('loadstone.document') === given, design);
  await drop(page, page.locator('main'), [['cycler.csv', 'time,voltage']]);
  await page.getByRole('alert').filter({ hasText: 'Laboratory' }).waitFor();
  expect(await text(page) === design, 'a table of measurements took the place of the design');
  await page.getByRole('button', { name: 'Dismiss' }).last().click();

  // Saved: the bytes are the text, comments, special characters and all.
  await page.locator('.cm-line').first().click();
  await page.keyboard.press('End');
  await page.keyboard.type(' // Ω, ⌀ 4.5 µm');
  await page.getByText('unsaved').waitFor();
  const saved = await downloaded(page, () => page.keyboard.press('Control+s'));
  expect(saved.name === 'cell.json', `it is saved as ${saved.name}`);
  expect(saved.text === (await text(page)) && saved.text.includes('// Ω, ⌀ 4.5 µm'), 'the file is not what is written');
  await page.getByText('unsaved').waitFor({ state: 'detached' });

  // Shared: the link holds all of it, and a browser that knows nothing opens it.
  await page.getByRole('button', { name: 'Share…' }).click();
  const link = page.getByRole('textbox', { name: 'Link' });
  await page.waitForFunction(() => document.querySelector('dialog textarea')?.value.includes('#design='));
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied === await link.inputValue(), 'the link is not what was copied');
  await show(page, pictures, 'share');
  await page.keyboard.press('Escape');
  const other = await visit();
  await other.goto(copied);
  await other.waitForFunction(given => sessionStorage.getItem('loadstone.document') === given, saved.text);
  await other.context().close();

  // Repeated by the command line, and reported.
  await page.getByRole('button', { name: 'Command…' }).click();
  await page.getByRole('dialog').getByRole('textbox').first().waitFor();
  const commands = await page.getByRole('dialog').getByRole('textbox').evaluateAll(boxes => boxes.map(box => box.value));
  expect(commands.includes('loadstone run cell.json'), `no command repeats the page: ${commands.join('; ')}`);
  await show(page, pictures, 'commands');
  await page.keyboard.press('Escape');
  const report = await downloaded(page, () => page.getByRole('button', { name: 'Report…' }).click());
  const name = JSON.parse(design).name;
  expect(report.name === 'cell-report.html' && report.text.includes(name) && report.text.includes('Structure'), `${report.name} is no report of ${name}: ${report.text.slice(0, 300)}`);
}

/** A browser without dialogs of its own for files, which no script can drive. */
async function withoutPickers(visit) {
  const page = await visit();
  await page.addInitScript(() => {
    delete globalThis.showOpenFilePicker;
    delete globalThis.showSaveFilePicker;
  });
  return page;
}
