import assert from 'node:assert/strict';
import fc from 'fast-check';
import { URI } from 'vscode-uri';
import { pathOfFileUri, SpellingOfClient, type PathStyle } from '../../src/files/paths.ts';
import { fileName } from '../support/fileNames.ts';

describe('paths and URIs', () => {
  it('a path written as any client writes it is read as the same path', () => {
    fc.assert(
      fc.property(fc.array(fileName, { minLength: 1, maxLength: 3 }), fc.array(fileName), (names, seen) => {
        for (const client of clients('posix')) {
          const spelling = new SpellingOfClient('posix');
          for (const each of seen) spelling.learn(client.uriOf(`/${each}`));
          const path = `/${names.join('/')}`;
          assert.equal(pathOfFileUri(client.uriOf(path), 'posix'), path);
          assert.equal(pathOfFileUri(spelling.uriOf(path), 'posix'), path);
        }
      }),
    );
  });

  it('is written as VS Code writes it, on both systems', () => {
    const legalOnWindows = fileName.filter((name) => !/[\\:|"<>*?\u0000-\u001f]|[. ]$/u.test(name));
    fc.assert(
      fc.property(legalOnWindows, (name) => {
        for (const path of [`/t/${name}`, `/C:/${name}`, `//server/share/${name}`]) {
          const style = path === `/t/${name}` ? 'posix' : 'windows';
          const spelling = new SpellingOfClient(style);
          spelling.learnName('Visual Studio Code');
          const own = style === 'posix' ? path : path.replace(/^\/(?=C:)/u, '').replaceAll('/', '\\');
          assert.equal(spelling.uriOf(own), URI.file(path).toString());
          assert.equal(pathOfFileUri(URI.file(path).toString(), style), own);
        }
      }),
    );
  });
});

/** Clients as their URIs have them, told by names that show how they write. */
function clients(style: PathStyle): readonly SpellingOfClient[] {
  const seen = ['', 'file:///%28%29', 'file:///(%5B', 'file:///é', 'file:///%c3%a9(', 'file:///é :@'];
  return seen.map((uri) => {
    const client = new SpellingOfClient(style);
    client.learn(uri);
    return client;
  });
}
