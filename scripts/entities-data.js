import { pathToFileURL } from 'node:url';

const TREE = /[\\/]entities[\\/]dist[\\/]generated[\\/]decode-data-html\.js$/;

/**
 * For esbuild. The tree of HTML's entities, which markdown needs, unpacks itself from a text at each start: a hook's time
 * for two documents. Here it is unpacked at build time.
 */
export const entitiesBundling = {
  name: 'entities-data',
  setup(build) {
    build.onLoad({ filter: TREE }, async ({ path }) => {
      const { htmlDecodeTree: tree } = await import(pathToFileURL(path).href);
      const bytes = Buffer.alloc(tree.length * 2);
      for (const [at, unit] of tree.entries()) bytes.writeUInt16LE(unit, at * 2);
      return {
        contents: `const packed = Buffer.from('${bytes.toString('base64')}', 'base64');
if (new Uint8Array(Uint16Array.of(1).buffer)[0] === 0) packed.swap16();
export const htmlDecodeTree = new Uint16Array(Uint8Array.from(packed).buffer);`,
      };
    });
  },
};
