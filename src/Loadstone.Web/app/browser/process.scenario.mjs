import { readFile } from 'node:fs/promises';
import { accessible } from './axe.mjs';

const example = new URL('../../../../examples/high-solids-slurry.json', import.meta.url);

/** Typing and dragging move the results and the document, and are undone; what is wrong is said at its field; a document without a process gets one by a button. */
export default async function ({ visit, address }) {
  const page = await visit({ expectErrors: true });
  const text = await readFile(example, 'utf8');
  await page.addInitScript(design => localStorage.getItem('loadstone.document') ?? localStorage.setItem('loadstone.document', design), text);
  await page.goto(new URL('/process', address).href);
  await page.getByText('70.0 % of solids, inside').waitFor();
  const kept = () => page.evaluate(() => localStorage.getItem('loadstone.document'));
  const undo = page.getByRole('button', { name: /undo/i }).first();

  const solids = page.getByLabel('Solids content', { exact: true }).last();
  await solids.fill('77');
  await solids.press('Enter');
  await page.getByText('77.0 % of solids').waitFor();
  if (!(await kept()).includes('"solidsContent": "77 %"')) throw new Error('the edit is not in the document');
  await undo.click();
  await page.getByText('70.0 % of solids').waitFor();

  await drag(page, page.getByRole('slider', { name: /^Solids content/ }), 0.7);
  await page.getByText('58.0 % of solids, inside the coater\'s window by its measured flow').waitFor();
  if (!(await kept()).includes('"solidsContent": "58 %"')) throw new Error('the drag is not in the document');
  await undo.click();
  await page.getByText('70.0 % of solids, inside').waitFor();
  if (!(await kept()).includes('"solidsContent": "70 %"')) throw new Error('one drag is more than one step of undo');

  await solids.fill('177');
  await solids.press('Enter');
  await page.locator('.quantity', { has: solids }).locator('.problem').waitFor();
  await page.getByRole('alert').getByText('solidsContent').waitFor();
  await undo.click();
  await page.getByRole('alert').waitFor({ state: 'detached' });

  // What is stale is faint for a moment.
  await page.waitForFunction(() => getComputedStyle(document.querySelector('.process-results')).opacity === '1');
  await accessible(page);
  await page.getByRole('button', { name: 'Command…' }).click();
  const command = page.getByRole('dialog').getByLabel('what “Process” shows');
  if (!/^loadstone make .*--variant "pristine, 70 wt%"/.test(await command.inputValue())) throw new Error(`the command is ${await command.inputValue()}`);

  const plain = JSON.parse(text);
  delete plain.positive.process;
  delete plain.variants;
  delete plain.measured;
  const other = await visit();
  await other.addInitScript(design => localStorage.setItem('loadstone.document', design), JSON.stringify(plain));
  await other.goto(new URL('/process', address).href);
  await other.getByRole('button', { name: 'Start from slurries' }).click();
  await other.getByRole('heading', { name: 'Drying', level: 2 }).waitFor();
}

// A hand on the thumb of a slider takes it to a share of where it stands.
async function drag(page, slider, share) {
  const { x, y, width, height } = await slider.boundingBox();
  const thumb = 16;
  const stands = await slider.evaluate(input => (input.valueAsNumber - Number(input.min)) / (Number(input.max) - Number(input.min)));
  const at = part => x + thumb / 2 + stands * part * (width - thumb);
  await page.mouse.move(at(1), y + height / 2);
  await page.mouse.down();
  for (let i = 1; i <= 8; i++) await page.mouse.move(at(1 - (1 - share) * i / 8), y + height / 2);
  await page.mouse.up();
}
