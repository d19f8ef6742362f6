import { localName, type Attributes } from '../ooxml/xml';

/** Value of an attribute, whatever its prefix. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const key = Object.keys(attributes).find((one) => localName(one) === name);
  return key === undefined ? undefined : attributes[key];
}

/** Whether a property is on: it is when nothing says that it is not. */
export const isSet = (attributes: Attributes): boolean =>
  !['0', 'false', 'off'].includes(attribute(attributes, 'val') ?? '');
