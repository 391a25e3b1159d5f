import { drawn, expect, number, picture, show, text } from './page.mjs';

/** A hand takes hold of the electrode: by mouse, by keys, by numbers; what is wrong is said at its field while the last good plots stay; every step is undone. */
export default async function ({ visit, address, pictures }) {
  const page = await visit();
  await page.goto(address);
  await drawn(page);
  const begun = await text(page);
  const share = async name => Number(new RegExp(`"name": "${name}", "share": "([\\d.]+) %"`).exec(await text(page))[1]);

  // A boundary is dragged: the layer below grows by what the layer above loses, and the whole drag is one step to undo.
  const boundary = page.getByRole('slider', { name: /^Share of L/ });
  const { x, y, width, height } = await boundary.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  for (let up = 4; up <= 40; up += 4) await page.mouse.move(x + width / 2, y + height / 2 - up);
  await page.mouse.up();
  const [large, small] = [await share('L'), await share('S')];
  expect(large > 55 && Math.abs(large + small - 100) < 1e-9, `the drag gave shares of ${large} % and ${small} %`);
  await drawn(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await text(page) === begun, 'one undo does not take the whole drag back');

  // The same by keys.
  await boundary.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('PageUp');
  expect(await share('L') === 55.5, `an arrow and a page up gave ${await share('L')} %`);
  await page.keyboard.press('Control+z');
  expect(await text(page) === begun, 'Ctrl Z does not take the keys back');
  await page.keyboard.press('Control+y');
  expect(await share('L') === 55.5, 'Ctrl Y does not redo');
  await page.keyboard.press('Control+z');

  // The top is the loading, and a number in a field is the same thing.
  const thin = await number(page, 'thickness');
  const top = page.getByRole('slider', { name: 'Loading of the positive electrode' });
  await top.focus();
  await page.keyboard.press('PageUp');
  expect((await text(page)).includes('"loading": "24 mg/cm²"'), 'a page up at the top does not give 2 mg/cm² more');
  const loading = page.getByRole('textbox', { name: 'Loading' });
  await loading.fill('33');
  await loading.press('Enter');
  expect((await text(page)).includes('"loading": "33 mg/cm²"'), 'the number of the field is not in the document');
  await drawn(page);
  await page.waitForFunction(() => !document.querySelector('.numbers-table.stale'));
  expect(Math.abs(await number(page, 'thickness') / thin - 1.5) < 0.01, `the coating of 1.5 times the loading is ${await number(page, 'thickness')} µm, not 1.5 times ${thin} µm thick`);

  // What cannot be is said at its field, and the last good curves stay.
  const curve = page.getByRole('img', { name: /^Capacity against rate/ });
  const good = await curve.getAttribute('aria-label');
  const porosity = page.getByRole('textbox', { name: 'Porosity' }).first();
  await porosity.fill('120');
  const problem = page.locator('.quantity.wrong', { has: porosity }).locator('.problem');
  await problem.filter({ hasText: /120 %.*95 %/ }).waitFor();
  expect(await curve.getAttribute('aria-label') === good && /\d/.test(good), 'the curves do not stay while a field is wrong');
  expect(await porosity.getAttribute('aria-invalid') === 'true', 'the field does not tell a screen reader that it is wrong');
  await show(page, pictures, 'bench-problem');
  await porosity.fill('35');
  await problem.waitFor({ state: 'detached' });

  // The scrubber colours the drawing, as far as colours are wanted.
  await drawn(page);
  const time = page.getByRole('slider', { name: 'Time' });
  const at = async part => (await time.fill(String(part)), await page.waitForTimeout(50), await picture(page));
  const colours = page.getByRole('checkbox', { name: 'Colour by state' });
  expect(await at(0.1) !== await at(0.9), 'the drawing does not change with the time');
  await colours.uncheck();
  expect(await at(0.1) === await at(0.9), 'the drawing changes with the time though it is not coloured by the state');
}
