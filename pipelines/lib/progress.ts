/** Progress and summary on the terminal; plain lines when the output is not one. */

export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
}

export interface Progress {
  /** Runs one named step and says how long it took and over how many rows. */
  step<T>(name: string, work: () => T | Promise<T>, rows: (result: T) => number): Promise<T>;
  line(text: string): void;
}

export const processOutput: Output = {
  write: (text) => void process.stdout.write(text),
  isTTY: process.stdout.isTTY === true,
};

export function createProgress(output: Output = processOutput, now = () => Date.now()): Progress {
  return {
    async step(name, work, rows) {
      const start = now();
      if (output.isTTY) output.write(`  ${name}…`);
      const result = await work();
      const seconds = ((now() - start) / 1000).toFixed(1).replace('.', ',');
      const count = rows(result).toLocaleString('fr-CA');
      const text = `  ${name.padEnd(12)} ${count.padStart(9)} lignes  ${seconds.padStart(6)} s\n`;
      output.write(output.isTTY ? `\r\u001b[2K${text}` : text);
      return result;
    },
    line: (text) => output.write(`${text}\n`),
  };
}

/** Steps that nobody is told of. */
export const SILENCE: Progress = createProgress({
  write: () => undefined,
  isTTY: false,
});
