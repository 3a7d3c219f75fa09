import type { Document } from '../documents/document.ts';
import { type Stated, type StatedItem, statedIn } from '../documents/statements/stated.ts';
import { type Place, placeOf } from '../file.ts';
import type { Name } from '../name.ts';
import type { Policy } from '../policy/policy.ts';
import { type Decided, isUnclear } from './decision.ts';
import type { Route } from './route.ts';

/** What a drift contradicts: a sentence elsewhere, the status of an item, or the decision. */
export interface Counterpart {
  readonly at: Place;
  readonly is: 'sentence' | 'status' | 'decided';
}

interface Contradiction {
  readonly at: Place;
  readonly related: readonly Counterpart[];
  /** The status that the item, or the decision, has; of a build, the one that is claimed for it. */
  readonly status: Name;
}

interface DriftOfItem extends Contradiction {
  /** `behind`: the facts closed the item. `item`: the list says otherwise. `early`: its facts are missing. */
  readonly kind: 'behind' | 'item' | 'early';
  readonly item: Name;
}

interface DriftOfRoute extends Contradiction {
  readonly kind: 'decision' | 'build';
}

/** Two things that a route says and that can't both be so. */
export type Drift = DriftOfItem | DriftOfRoute;

interface Sentence {
  readonly document: Document;
  readonly stated: Stated;
}

/** What the route decided for the documents of the same identity. */
function decidedFor(document: Document, decisions: readonly Decided[], policy: Policy): Decided | undefined {
  const key = policy.decision?.identity;
  const identity = document.fields.find((field) => field.form === 'front-matter' && field.key === key)?.value;
  const own = decisions.find((decided) => decided.identity === identity);
  return own ?? (identity === undefined && decisions.length === 1 ? decisions[0] : undefined);
}

function statusPlace(decided: Decided | undefined): Place | undefined {
  const field = decided?.record?.statuses[0] ?? decided?.records[0]?.statuses[0];
  const record = decided?.record ?? decided?.records[0];
  return record && field && placeOf(record.document.file, field.valueSpan);
}

function agrees({ status, holds }: StatedItem, actual: Name): boolean {
  return holds === (status === actual);
}

/** Everything in a route that is behind what it decided, or says otherwise. What two documents show together is one. */
export function driftsOf(route: Route, policy: Policy): readonly Drift[] {
  const packets = new Set(route.packets.map(({ document }) => document));
  const sentences = route.documents
    .filter((document) => !packets.has(document))
    .flatMap((document) => statedIn(document, policy).map((stated): Sentence => ({ document, stated })));
  const behind = itemsBehind(route, sentences, policy);
  const told = new Set(behind.map(({ item }) => item));
  const drifts: Drift[] = [...behind];
  for (const sentence of sentences) {
    const found =
      decisionDrift(sentence, route, policy) ??
      itemDrift(sentence, route, told, policy) ??
      buildDrift(sentence, route, policy);
    if (found) drifts.push(found);
  }
  return drifts;
}

/** Items that the facts have closed, and that still say blocked. */
function itemsBehind(route: Route, sentences: readonly Sentence[], policy: Policy): readonly DriftOfItem[] {
  return route.gates
    .filter(({ closes, mayLeaveBlocked }) => closes && mayLeaveBlocked)
    .flatMap((gate) => {
      const decided = statusPlace(gate.decided);
      const stale = route.items.filter(
        ({ id, status }) => id === gate.item && status === policy.work?.blocked,
      );
      return stale.map(({ id: item, status, statuses }): DriftOfItem => {
        const saying = sentences.filter(({ stated }) =>
          stated.items.some((one) => one.item === item && !agrees(one, status!)),
        );
        const related: Counterpart[] = saying.map(({ stated }) => ({ at: stated.at, is: 'sentence' }));
        if (related.length === 0 && decided) related.push({ at: decided, is: 'decided' });
        return { kind: 'behind', item, status: status!, at: statuses[0]!.place, related };
      });
    });
}

function itemDrift(
  { stated }: Sentence,
  route: Route,
  told: ReadonlySet<Name>,
  policy: Policy,
): Drift | undefined {
  for (const one of stated.items) {
    if (told.has(one.item)) continue;
    const defined = route.items.filter(({ id }) => id === one.item);
    const apart = defined.find(({ status }) => status !== undefined && !agrees(one, status));
    if (apart) {
      const related = [{ at: apart.statuses[0]!.place, is: 'status' as const }];
      return { kind: 'item', item: one.item, status: apart.status!, at: stated.at, related };
    }
    const gate = route.gates.find(({ item }) => item === one.item);
    const blocked = policy.work?.blocked;
    if (defined.length > 0 || gate === undefined || gate.mayLeaveBlocked || blocked === undefined) continue;
    if (agrees(one, blocked)) continue;
    const decision = statusPlace(gate.decided);
    const related = decision ? [{ at: decision, is: 'decided' as const }] : [];
    return { kind: 'early', item: one.item, status: blocked, at: stated.at, related };
  }
  return undefined;
}

function decisionDrift({ document, stated }: Sentence, route: Route, policy: Policy): Drift | undefined {
  const decided = decidedFor(document, route.decisions, policy);
  const status = decided?.status ?? policy.decision?.undecided;
  if (status === undefined) return undefined;
  // The record is reported for that: which of the two is behind can't be told before it is mended.
  if (decided !== undefined && policy.decision && isUnclear(decided, policy.decision)) return undefined;
  const wrong = stated.decisions.some((one) => one.holds !== (one.status === status));
  if (!wrong) return undefined;
  const decision = statusPlace(decided);
  return {
    kind: 'decision',
    status,
    at: stated.at,
    related: decision ? [{ at: decision, is: 'decided' }] : [],
  };
}

function buildDrift({ stated }: Sentence, route: Route, policy: Policy): Drift | undefined {
  if (!stated.buildAdmitted || route.buildReports.some(({ value }) => value !== undefined)) return undefined;
  return { kind: 'build', status: policy.build!.admitted!.value, at: stated.at, related: [] };
}
