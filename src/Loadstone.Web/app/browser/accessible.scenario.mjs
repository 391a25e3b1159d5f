import { faults as faultsOf } from './axe.mjs';

/** No page has a serious fault for people who use a keyboard, a screen reader or other colours; light and dark, wide and narrow. */
export default async function ({ visit, address, pictures }) {
  const faults = [];
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [1024, 1440]) {
      const page = await visit({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
      await page.goto(address);
      const places = await page.$$eval('nav[aria-label="Pages"] a', links => links.map(link => link.getAttribute('href')));
      if (places.length === 0) throw new Error('no page is listed');
      for (const place of places) {
        await page.goto(new URL(place, address).href);
        await page.waitForLoadState('networkidle');
        await page.waitForTimeout(500);
        const name = place.replaceAll('/', '') || 'bench';
        if (pictures) await page.screenshot({ path: `${pictures}/${name}-${colorScheme}-${width}.png`, fullPage: true });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (wide > 0) faults.push(`${name} at ${width} px is ${wide} px too wide`);
        for (const fault of await faultsOf(page)) faults.push(`${name}, ${colorScheme}, ${width}: ${fault}`);
      }
      await page.context().close();
    }
  }
  if (faults.length > 0) throw new Error([...new Set(faults)].join('\n'));
}
