/** The id of the field with this name, for labels and for links to it. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

/** The ids of what describes a field, as an attribute wants them. */
export function describedBy(id: string, hint: boolean, error: boolean): string | undefined {
  const ids = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(
    (part) => part !== null,
  );
  return ids.length > 0 ? ids.join(" ") : undefined;
}
