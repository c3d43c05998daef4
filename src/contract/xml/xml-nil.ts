import type { XmlElement } from './xml-element.ts';
import type { XmlName } from './xml-names.ts';

const NAMESPACE = 'http://www.w3.org/2001/XMLSchema-instance';

/** Attribute of an element that stands for null, https://www.w3.org/TR/xmlschema-1/#xsi_nil. */
export const NIL: XmlName = { qualified: 'xsi:nil', local: 'nil', namespace: NAMESPACE };

/** Whether an element says that it stands for null; many declare no namespace for the prefix. */
export function isNil({ attributes }: XmlElement): boolean {
  return attributes.some(
    ({ name, value }) =>
      (name.qualified === NIL.qualified || name.namespace === NAMESPACE) &&
      name.local === NIL.local &&
      ['true', '1'].includes(value.trim()),
  );
}
