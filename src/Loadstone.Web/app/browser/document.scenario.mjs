import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawn, expect, number, show, text } from './page.mjs';

/** The document is written as text: the schema completes it, what is wrong is said at its line in the words of the command line, the picture follows, and all is undone. */
export default async function ({ visit, address, pictures, loadstone }) {
  const page = await visit();
  await page.goto(new URL('/document', address).href);
  await drawn(page);
  const begun = await text(page);
  const line = word => page.locator('.cm-line', { hasText: word });
  const fine = page.getByText('No problems');
  await fine.waitFor();

  // A field is begun, completed from the schema with its example, and stands in the document.
  await line('"separator"').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('"temp');
  const offered = page.locator('.cm-tooltip-autocomplete');
  await offered.getByText('temperature', { exact: true }).waitFor();
  await show(page, pictures, 'document-completion');
  // In its first moment a list takes no keys: they were meant for the text.
  await page.waitForTimeout(200);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => sessionStorage.getItem('loadstone.document').includes('"temperature": "25 °C"'));
  await fine.waitFor();

  // A value that cannot be: marked in its line, told in the words of the command line, reached by a click.
  await line('"temperature"').click();
  await page.keyboard.press('End');
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowLeft');
  for (let i = 0; i < 5; i++) await page.keyboard.press('Backspace');
  await page.keyboard.type('900 °C');
  const problem = page.getByRole('region', { name: 'Problems' }).getByRole('button');
  await problem.waitFor();
  const [written, told] = [await text(page), await problem.textContent()];
  const at = written.split('\n').findIndex(row => row.includes('900 °C')) + 1;
  expect(told.includes(`Line ${at} `), `the problem is not at line ${at}: ${told}`);
  await page.locator('.cm-lint-marker-error').waitFor();
  await show(page, pictures, 'document-problem');
  const folder = await mkdtemp(join(tmpdir(), 'loadstone-'));
  try {
    await writeFile(join(folder, 'design.json'), written);
    const run = loadstone('run', join(folder, 'design.json'));
    expect(await run.ended !== 0, 'the command line takes what the page refuses');
    const words = await page.getByRole('region', { name: 'Problems' }).locator('.problem').textContent();
    expect(run.output.includes(words), `the page says “${words}”, the command line “${run.output}”`);
  } finally {
    await rm(folder, { recursive: true });
  }
  await page.locator('.cm-line').first().click();
  await problem.click();
  const selected = await page.evaluate(() => document.querySelector('.editor').shadowRoot.getSelection?.()?.toString() ?? getSelection().toString());
  expect(selected.includes('900 °C'), `the problem leads to “${selected}”`);

  // Undone by keys, as on every page.
  for (let i = 0; i < 30 && (await text(page)) !== begun; i++) await page.keyboard.press('Control+z');
  expect(await text(page) === begun, 'undo does not lead back to the text before');
  await fine.waitFor();

  // The picture follows the text, and the text the picture.
  await drawn(page);
  const thin = await number(page, 'thickness');
  await line('"loading"').click();
  await page.keyboard.press('End');
  for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowLeft');
  for (let i = 0; i < 2; i++) await page.keyboard.press('Backspace');
  await page.keyboard.type('44');
  await page.waitForFunction(() => sessionStorage.getItem('loadstone.document').includes('"44 mg/cm²"'));
  await drawn(page);
  await page.waitForFunction(() => !document.querySelector('.numbers-table.stale'));
  expect(Math.abs(await number(page, 'thickness') / thin - 2) < 0.01, 'twice the loading in the text does not give twice the thickness beside it');
  await page.getByRole('slider', { name: 'Loading of the positive electrode' }).press('ArrowUp');
  await line('"44.2 mg/cm²"').waitFor();
}
