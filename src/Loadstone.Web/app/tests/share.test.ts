import { describe, expect, it } from 'vitest';
import { DamagedLinkError, fromFragment, toFragment } from '../src/state/share';

const design = '{\n  // 22 mg/cm², “µ” and 漢字 go along\n  "name": "two layers"\n}\n';

describe('a shared link', () => {
  it('gives back every character', async () => {
    expect(await fromFragment(await toFragment(design))).toBe(design);
  });

  it('is made of characters that no mail program changes, and shorter than the design where that repeats itself', async () => {
    const long = design.repeat(100);
    const link = await toFragment(long);
    expect(link).toMatch(/^#design=[\w.-]+$/);
    expect(link.length).toBeLessThan(long.length / 10);
  });

  it('is left alone where the fragment speaks of something else', async () => {
    expect(await fromFragment('')).toBeNull();
    expect(await fromFragment('#content')).toBeNull();
  });

  it('is told to be damaged wherever it is cut', async () => {
    const link = await toFragment(design);
    for (let length = '#design='.length; length < link.length; length++) await expect(fromFragment(link.slice(0, length)), `cut at ${length}`).rejects.toThrow(DamagedLinkError);
  });

  it('is told to be damaged where a character was changed', async () => {
    const link = await toFragment(design);
    for (let at = '#design=1.'.length; at < link.length - 1; at++) {
      const changed = link.slice(0, at) + (link[at] === 'A' ? 'B' : 'A') + link.slice(at + 1);
      const opened = await fromFragment(changed).catch((error: unknown) => error);
      expect(opened instanceof DamagedLinkError || opened === design, `changed at ${at}`).toBe(true);
    }
  });

  it('does not unpack without end', async () => {
    const bomb = await toFragment(' '.repeat(5_000_000));
    expect(bomb.length).toBeLessThan(10_000);
    await expect(fromFragment(bomb)).rejects.toThrow('more than any design has');
  });
});
