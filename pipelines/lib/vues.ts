/** Rows as views of what they stand for: a value is worked out each time that it is looked at, and is held nowhere. */

const OF = Symbol('of');

type Vue<V> = Readonly<Record<string, V>>;

/** The columns of a view as an object of its own, to change some. */
export function copyVue<V>(vue: Vue<V>): Record<string, V> {
  const copy: Record<string, V> = {};
  for (const nom in vue) copy[nom] = vue[nom] as V;
  return copy;
}

/** Makes views with one getter a column, that `in`, `for in` and JSON see as they see a property. */
export function vuesOf<T, V>(colonnes: Readonly<Record<string, (of: T) => V>>): (of: T) => Vue<V> {
  class Vues {
    declare readonly [OF]: T;
    constructor(of: T) {
      this[OF] = of;
    }
    toJSON(): Record<string, V> {
      return copyVue(this as unknown as Vue<V>);
    }
  }
  for (const [nom, valueOf] of Object.entries(colonnes))
    Object.defineProperty(Vues.prototype, nom, {
      enumerable: true,
      get(this: Vues) {
        return valueOf(this[OF]);
      },
    });
  return (of) => new Vues(of) as unknown as Vue<V>;
}
