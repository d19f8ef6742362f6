/** A function of a text that works each text out once, however many rows hold it. */
export function remember<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const earlier = known.get(text);
    if (earlier !== undefined) return earlier;
    const found = of(text);
    known.set(text, found);
    return found;
  };
}
