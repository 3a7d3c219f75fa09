import type { Span } from '../../place.ts';

/** How far from a block its object is looked for. */
const MOST_NEAR = 600;
const MOST_ABOVE = 8_192;

/** Of a container, as `kubectl get -o yaml` and `kubectl describe` write it (kubernetes.io, Pod Lifecycle, Container states). */
const CONTAINER =
  /^[ \t>]{0,60}(?:(?:- )?"?(?:containerID|lastState|terminated|containerStatuses)"?:|(?:Last )?State: {1,20}(?:Terminated|Running))/im;

/** What every object of Kubernetes begins with, and what ends it: another one, or its code block. */
const OBJECT = 'apiVersion';
const OBJECT_FIRST = /^apiVersion"?:[ \t]/;
const BOUNDARY = /^[ \t>]{0,60}(?:---|```|~~~)/m;

/**
 * Whether a block stands in the status of an object of Kubernetes, which says when its containers, its steps and what it
 * measured began and ended.
 */
export function isInObjectStatus(text: string, { start, end }: Span): boolean {
  if (CONTAINER.test(text.slice(Math.max(0, start - MOST_NEAR), end + MOST_NEAR))) return true;
  const above = text.slice(Math.max(0, start - MOST_ABOVE), start);
  const at = above.lastIndexOf(OBJECT);
  return at !== -1 && OBJECT_FIRST.test(above.slice(at, at + 16)) && !BOUNDARY.test(above.slice(at));
}
