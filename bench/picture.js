const LEFT = 190;
const WIDTH = 420;
const ROW = 24;

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function text(x, y, content, more = '') {
  return `<text x="${x}" y="${y}"${more}>${escaped(content)}</text>`;
}

/** Bars of each part's times, the longest of a part as wide as the picture, with the ratio to its first row. */
export function pictureOf(parts) {
  const drawn = [];
  let y = 24;
  for (const { title, rows } of parts) {
    drawn.push(text(10, y, title, ' font-weight="bold"'));
    const longest = Math.max(...rows.map(({ milliseconds }) => milliseconds));
    for (const { name, milliseconds, ratio } of rows) {
      y += ROW;
      const width = Math.max(1, (milliseconds / longest) * WIDTH).toFixed(1);
      const fill = name.startsWith('cto-lint') ? '#1f6feb' : '#8b949e';
      drawn.push(
        text(LEFT - 8, y, name, ' text-anchor="end"'),
        `<rect x="${LEFT}" y="${y - 13}" width="${width}" height="17" fill="${fill}"/>`,
        text(LEFT + Number(width) + 6, y, `${milliseconds.toFixed(0)} ms, ${ratio.toFixed(1)} ×`),
      );
    }
    y += ROW * 2;
  }
  const size = `width="${LEFT + WIDTH + 160}" height="${y}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="sans-serif" font-size="13">\n<rect ${size} fill="#fff"/>\n${drawn.join('\n')}\n</svg>\n`;
}
