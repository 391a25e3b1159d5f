import { drawn, expect, show, text } from './page.mjs';

/** Layers are added, duplicated, swapped and deleted, sizes added and materials exchanged; nothing of the document is lost by it, and each is one step to undo. */
export default async function ({ visit, address, pictures }) {
  const page = await visit();
  await page.goto(address);
  await drawn(page);
  const begun = await text(page);
  const names = async () => [...(await text(page)).matchAll(/"name": "([^"]*)", "share"/g)].map(([, name]) => name).join();
  const shares = async () => [...(await text(page)).matchAll(/"share": "([\d.]+) %", "solids"/g)].reduce((sum, [, share]) => sum + Number(share), 0);
  const step = async (button, expected) => {
    await page.getByRole('button', { name: button, exact: true }).click();
    expect(await names() === expected, `after “${button}” the layers are ${await names()}, not ${expected}`);
    expect(Math.abs(await shares() - 100) < 1e-6, `after “${button}” the shares add to ${await shares()} %`);
    await drawn(page);
    expect(await page.getByRole('alert').count() === 0, `after “${button}” the page has a problem`);
  };
  await step('+ Add a layer', 'L,S,top');
  await step('Duplicate L', 'L,L 2,S,top');
  await step('Move S down', 'L,S,L 2,top');
  await step('Delete L 2', 'L,S,top');
  await step('Delete top', 'L,S');
  expect((await text(page)).includes('// The first layer stands at the foil.'), 'a comment of the document got lost');
  for (let i = 0; i < 5; i++) await page.getByRole('button', { name: 'Undo' }).click();
  expect(await text(page) === begun, 'five undos do not take five steps back');

  // A porosity of its own is given to a layer, and taken away by leaving the field empty.
  const own = page.locator('fieldset.layer').last().getByRole('textbox', { name: 'Porosity' });
  await own.fill('33');
  expect((await text(page)).includes('"porosity": "33 %"'), 'the layer has no porosity of its own');
  await own.fill('');
  await own.press('Enter');
  expect(await text(page) === begun, 'a field that is left empty does not leave the porosity to the electrode');

  // One layer gets a second size, and another carbon.
  const card = page.locator('fieldset.layer').last();
  await card.getByRole('button', { name: '+ Size' }).click();
  await drawn(page);
  await card.getByRole('textbox', { name: /size 2/ }).fill('2.5');
  expect(/"particles": \[.*11\.3 µm.*2\.5 µm/s.test(await text(page)), 'the second size is not in the document');
  await card.getByRole('combobox', { name: 'conductive carbon of L' }).selectOption('mwcnt');
  expect(/"nmc83-large": "96 %", "mwcnt": "2 %"/.test(await text(page)), `another carbon did not take the place of the first: ${await text(page)}`);
  await drawn(page);
  await show(page, pictures, 'bench-sizes');
}
