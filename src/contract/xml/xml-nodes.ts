import { isElement, type XmlAttribute, type XmlElement } from './xml-element.ts';
import { isText, type XmlItem, type XmlMember } from './xml-members.ts';
import { hasXmlName } from './xml-names.ts';

/** Whether a property, or one in its group, is an attribute. */
export function takesAttribute(member: XmlMember, attribute: XmlAttribute): boolean {
  const { form, name, members = [] } = member;
  if (form === 'attribute') return hasXmlName(attribute.name, name);
  return members.some((each) => takesAttribute(each, attribute));
}

/** Finds what an element is of a property: all of it, or an item. */
export function findPart(
  { form, name, schema, items }: XmlMember,
  child: XmlElement,
): Pick<XmlItem, 'schema'> | undefined {
  if (form === 'element') return hasXmlName(child.name, name) ? { schema } : undefined;
  return [...(items?.prefix ?? []), ...(items === undefined ? [] : [items.rest])].find(
    (item) => item.form === 'element' && hasXmlName(child.name, item.name),
  );
}

/** Element without what its groups take, and the part of each group that takes something. */
export interface SplitElement {
  readonly rest: XmlElement;
  readonly groups: readonly { readonly group: XmlMember; readonly part: XmlElement }[];
}

/** Splits an element by the groups of an object; what another property takes is not theirs. */
export function splitGroups(element: XmlElement, members: readonly XmlMember[]): SplitElement {
  const groups = members.filter(({ form }) => form === 'group');
  if (groups.length === 0) return { rest: element, groups: [] };
  const own = members.filter(({ form }) => form !== 'group');
  const others = dropNodes(
    element,
    own.map((member) => pickNodes(element, member)),
  );
  const split = groups
    .map((group) => ({ group, part: pickNodes(others, group) }))
    .filter(({ part }) => part.nodes.length + part.attributes.length > 0);
  const parts = split.map(({ part }) => part);
  return { rest: dropNodes(element, parts), groups: split };
}

function pickNodes(element: XmlElement, member: XmlMember): XmlElement {
  const takesText = isText(member);
  const nodes = element.nodes.filter((node) =>
    isElement(node) ? takesChild(member, node) : takesText,
  );
  const attributes = element.attributes.filter((attribute) => takesAttribute(member, attribute));
  return { ...element, attributes, ...withNodes(nodes, element.text) };
}

function dropNodes(element: XmlElement, parts: readonly XmlElement[]): XmlElement {
  const nodes = element.nodes.filter((node) => !parts.some((part) => part.nodes.includes(node)));
  const attributes = element.attributes.filter(
    (attribute) => !parts.some((part) => part.attributes.includes(attribute)),
  );
  return { ...element, attributes, ...withNodes(nodes, element.text) };
}

/** Texts of an element stay together. */
function withNodes(nodes: XmlElement['nodes'], text: string) {
  const children = nodes.filter(isElement);
  return { nodes, children, text: children.length < nodes.length ? text : '' };
}

function takesChild(member: XmlMember, child: XmlElement): boolean {
  return (
    findPart(member, child) !== undefined ||
    (member.members ?? []).some((each) => takesChild(each, child))
  );
}
