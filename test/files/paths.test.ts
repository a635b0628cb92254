import assert from 'node:assert/strict';
import { pathOfFileUri, SpellingOfClient, type PathStyle } from '../../src/files/paths.ts';

describe('paths and URIs', () => {
  const windows: readonly [uri: string, path: string | undefined][] = [
    ['file:///c%3A/Texte/Notes%20%28draft%29.analysis.md', 'C:\\Texte\\Notes (draft).analysis.md'],
    ['file:///c%3a/Texte/Notes%20(draft).analysis.md', 'C:\\Texte\\Notes (draft).analysis.md'],
    ['file:///C:/Texte/Notes (draft).analysis.md', 'C:\\Texte\\Notes (draft).analysis.md'],
    ['file:///c:/Texte/./x/../Notes%20(draft).analysis.md', 'C:\\Texte\\Notes (draft).analysis.md'],
    ['file:///c:/Texte\\a.md', 'C:\\Texte\\a.md'],
    ['file:/c:/Texte/a.md', 'C:\\Texte\\a.md'],
    ['FILE:///C|/Texte/a.md', 'C:\\Texte\\a.md'],
    ['file://localhost/c:/Texte/a.md', 'C:\\Texte\\a.md'],
    ['file:///c:', 'C:\\'],
    ['file://Server/Gruppe/a%20b.md', '\\\\server\\Gruppe\\a b.md'],
    ['file://server/Gruppe/../../a.md', '\\\\server\\a.md'],
    ['file:////server/Gruppe/a.md', '\\\\server\\Gruppe\\a.md'],
    ['file:///%C3%A9.md', undefined],
    ['untitled:Untitled-1', undefined],
  ];
  for (const [uri, path] of windows)
    it(`${uri} on Windows`, () => assert.equal(pathOfFileUri(uri, 'windows'), path));

  const posix: readonly [uri: string, path: string | undefined][] = [
    ['file:///t/Notes%20%28draft%29.md', '/t/Notes (draft).md'],
    ['file:///t/r%c3%a9sum%C3%A9.md', '/t/résumé.md'],
    ['file:///t/résumé.md', '/t/résumé.md'],
    ['file:///t/re%CC%81sume.md', '/t/re\u0301sume.md'],
    ['file:///t/a%2520b.md', '/t/a%20b.md'],
    ['file:///t/100% sure.md', '/t/100% sure.md'],
    ['file:///t/C#1.md', '/t/C#1.md'],
    ['file:///t//x/../a.md', '/t/a.md'],
    ['file:///t/a\\b.md', '/t/a\\b.md'],
    ['file:///c%3A/a.md', '/c:/a.md'],
    ['file:///t/a%2Fb.md', undefined],
    ['file:///t/a%00.md', undefined],
    ['file:///t/a%ff.md', undefined],
    ['file://elsewhere/t/a.md', undefined],
    ['https://example.org/a.md', undefined],
    ['file:', undefined],
  ];
  for (const [uri, path] of posix)
    it(`${uri} elsewhere`, () => assert.equal(pathOfFileUri(uri, 'posix'), path));

  it('is written as the client was seen to write', () => {
    const after = (seen: string, path: string, style: PathStyle = 'posix'): string => {
      const spelling = new SpellingOfClient(style);
      spelling.learn(seen);
      return spelling.uriOf(path);
    };
    assert.equal(after('file:///t/(a)', '/x (1).md'), 'file:///x%20(1).md');
    assert.equal(after('file:///t/%28a%29', "/it's 1+1.md"), 'file:///it%27s%201%2B1.md');
    assert.equal(after('file:///t/%c3%a9', '/ü.md'), 'file:///%c3%bc.md');
    assert.equal(after('file:///t/é', '/ü 1.md'), 'file:///ü%201.md');
    assert.equal(after('file:///t/a b', '/x y#1.md'), 'file:///x y%231.md');
    assert.equal(after('file:///c%3A/t', 'D:\\x.md', 'windows'), 'file:///d%3A/x.md');
    assert.equal(after('file:///C:/t', 'D:\\x.md', 'windows'), 'file:///D:/x.md');
    assert.equal(after('file:///c:/t', 'D:\\x.md', 'windows'), 'file:///d:/x.md');
    assert.equal(
      after('file:///t/plain', '\\\\server\\Gruppe\\a b.md', 'windows'),
      'file://server/Gruppe/a%20b.md',
    );
  });
});
