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

const COLOURS = ['8b949e', '1f6feb', '2da44e', 'bf8700', 'cf222e', '8250df'].map((hex) => `#${hex}`);
const SIDE = 360;
const MARGIN = 60;

/** A line for each command: its time by the number of files, both by powers of ten, so that a line that is linear rises by one. */
export function growthOf(parts) {
  const names = [...new Set(parts.flatMap(({ rows }) => rows.map(({ name }) => name)))];
  const times = parts.flatMap(({ rows }) => rows.map(({ milliseconds }) => milliseconds));
  const scale = (values) => {
    const [least, most] = [
      Math.floor(Math.log10(Math.min(...values))),
      Math.ceil(Math.log10(Math.max(...values))),
    ];
    const powers = Array.from({ length: most - least + 1 }, (_, at) => least + at);
    return { powers, at: (value) => ((Math.log10(value) - least) / Math.max(1, most - least)) * SIDE };
  };
  const [across, up] = [scale(parts.map(({ size }) => size.files)), scale(times)];
  const x = (files) => MARGIN + across.at(files);
  const y = (milliseconds) => MARGIN + SIDE - up.at(milliseconds);
  const grid = [
    ...across.powers.map((power) =>
      text(x(10 ** power), MARGIN + SIDE + 20, `${10 ** power}`, ' text-anchor="middle"'),
    ),
    ...up.powers.map((power) => text(MARGIN - 8, y(10 ** power), `${10 ** power}`, ' text-anchor="end"')),
    text(MARGIN, MARGIN - 20, 'milliseconds by number of files', ' font-weight="bold"'),
  ];
  const lines = names.flatMap((name, at) => {
    const points = parts.flatMap(({ size, rows }) =>
      rows
        .filter((row) => row.name === name)
        .map((row) => `${x(size.files).toFixed(1)},${y(row.milliseconds).toFixed(1)}`),
    );
    const colour = COLOURS[at % COLOURS.length];
    return [
      `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      text(MARGIN + SIDE + 20, MARGIN + at * ROW, name, ` fill="${colour}"`),
    ];
  });
  const size = `width="${SIDE + MARGIN * 2 + 160}" height="${SIDE + MARGIN * 2}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="sans-serif" font-size="13">\n<rect ${size} fill="#fff"/>\n${[...grid, ...lines].join('\n')}\n</svg>\n`;
}
