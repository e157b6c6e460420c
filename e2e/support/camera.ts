import { writeFileSync } from "node:fs";
import { encode } from "uqr";

const [WIDTH, HEIGHT, FRAMES] = [640, 480, 10];

/** Writes a video of a QR code (YUV4MPEG2, 4:2:0) for a browser that takes its camera from a file. */
export function filmCode(file: string, code: string): void {
  const { data, size } = encode(code, { ecc: "M", border: 4 });
  const scale = Math.floor(HEIGHT / size);
  const [left, top] = [Math.floor((WIDTH - size * scale) / 2), Math.floor((HEIGHT - size * scale) / 2)];
  const light = Buffer.alloc(WIDTH * HEIGHT, 235);
  data.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (!dark) return;
      for (let line = 0; line < scale; line++) {
        const at = (top + y * scale + line) * WIDTH + left + x * scale;
        light.fill(16, at, at + scale);
      }
    }),
  );
  const frame = Buffer.concat([Buffer.from("FRAME\n"), light, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F15:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(file, Buffer.concat([head, ...Array.from({ length: FRAMES }, () => frame)]));
}
