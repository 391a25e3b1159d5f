import { describe, expect, it } from 'vitest';
import { commandLine, forFile } from '../src/state/command';

describe('the command shown', () => {
  it('quotes what a shell would take apart', () => {
    expect(commandLine('run', 'my design.json', '--variant', 'L-Dry-S, 22 mg/cm²')).toBe('loadstone run "my design.json" --variant "L-Dry-S, 22 mg/cm²"');
    expect(commandLine('run', 'a$(b)"`.json')).toBe('loadstone run "a\\$(b)\\"\\`.json"');
  });

  it('leaves plain words alone', () => expect(commandLine('run', 'l-dry-s.json', '--mesh', 'x:40,20,40,r:40')).toBe('loadstone run l-dry-s.json --mesh x:40,20,40,r:40'));

  it('names the file of the page', () => expect(forFile('loadstone make design.json', 'a $& b.json')).toBe('loadstone make "a \\$& b.json"'));
});
