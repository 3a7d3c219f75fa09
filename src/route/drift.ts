import type { Document } from '../documents/document.ts';
import type { WorkItem } from '../documents/kinds/work-items.ts';
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

/** A route with what is asked of it for each sentence, of which there may be tens of thousands. */
interface Indexed {
  readonly route: Route;
  readonly policy: Policy;
  readonly itemsById: ReadonlyMap<Name, readonly WorkItem[]>;
  /** What the route decided for the documents of the same identity. */
  decidedFor(document: Document): Decided | undefined;
  isUnclear(decided: Decided): boolean;
}

function indexed(route: Route, policy: Policy): Indexed {
  const { decisions } = route;
  const key = policy.decision?.identity;
  const byIdentity = new Map(decisions.toReversed().map((decided) => [decided.identity, decided]));
  const itemsById = new Map<Name, WorkItem[]>();
  for (const item of route.items) {
    const known = itemsById.get(item.id);
    if (known) known.push(item);
    else itemsById.set(item.id, [item]);
  }
  return {
    route,
    policy,
    itemsById,
    decidedFor: onceFor((document: Document) => {
      const identity = document.fields.find(
        (field) => field.form === 'front-matter' && field.key === key,
      )?.value;
      const own = byIdentity.get(identity);
      return own ?? (identity === undefined && decisions.length === 1 ? decisions[0] : undefined);
    }),
    isUnclear: onceFor(
      (decided: Decided) => policy.decision !== undefined && isUnclear(decided, policy.decision),
    ),
  };
}

function onceFor<K, V>(make: (of: K) => V): (of: K) => V {
  const made = new Map<K, { readonly value: V }>();
  return (of) => {
    const known = made.get(of) ?? { value: make(of) };
    made.set(of, known);
    return known.value;
  };
}

function statusPlace(decided: Decided | undefined): Place | undefined {
  const field = decided?.record?.statuses[0] ?? decided?.records[0]?.statuses[0];
  const record = decided?.record ?? decided?.records[0];
  return record && field && placeOf(record.document.file, field.valueSpan);
}

function agrees({ statuses, holds }: StatedItem, actual: Name): boolean {
  return holds === statuses.includes(actual);
}

/** Everything in a route that is behind what it decided, or says otherwise. What two documents show together is one. */
export function driftsOf(route: Route, policy: Policy): readonly Drift[] {
  const packets = new Set(route.packets.map(({ document }) => document));
  const sentences = route.documents
    .filter((document) => !packets.has(document))
    .flatMap((document) => statedIn(document, policy).map((stated): Sentence => ({ document, stated })));
  const asked = indexed(route, policy);
  const behind = itemsBehind(asked, sentences);
  const told = new Set(behind.map(({ item }) => item));
  const drifts: Drift[] = [...behind];
  for (const sentence of sentences) {
    const found =
      decisionDrift(sentence, asked) ??
      itemDrift(sentence, asked, told) ??
      buildDrift(sentence, route, policy);
    if (found) drifts.push(found);
  }
  return drifts;
}

/** Sentences told beside an item: of thousands, each for thousands of items of one id, nobody reads more. */
const MOST_RELATED = 20;

/** Items that the facts have closed, and that still say blocked. */
function itemsBehind(
  { route, itemsById, policy }: Indexed,
  sentences: readonly Sentence[],
): readonly DriftOfItem[] {
  return route.gates
    .filter(({ closes, mayLeaveBlocked }) => closes && mayLeaveBlocked)
    .flatMap((gate) => {
      const decided = statusPlace(gate.decided);
      const blocked = policy.work?.blocked;
      const stale = (itemsById.get(gate.item) ?? []).filter(({ status }) => status === blocked);
      const saying = sentences.filter(({ stated }) =>
        stated.items.some((one) => one.item === gate.item && !agrees(one, blocked!)),
      );
      return stale.map(({ id: item, status, statuses }): DriftOfItem => {
        const related: Counterpart[] = saying
          .slice(0, MOST_RELATED)
          .map(({ stated }) => ({ at: stated.at, is: 'sentence' }));
        if (related.length === 0 && decided) related.push({ at: decided, is: 'decided' });
        return { kind: 'behind', item, status: status!, at: statuses[0]!.place, related };
      });
    });
}

function itemDrift(
  { stated }: Sentence,
  { route, itemsById, policy }: Indexed,
  told: ReadonlySet<Name>,
): Drift | undefined {
  for (const one of stated.items) {
    if (told.has(one.item)) continue;
    const defined = itemsById.get(one.item) ?? [];
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

function decisionDrift({ document, stated }: Sentence, asked: Indexed): Drift | undefined {
  if (stated.decisions.length === 0) return undefined;
  const decided = asked.decidedFor(document);
  const { policy } = asked;
  const status = decided?.status ?? policy.decision?.undecided;
  if (status === undefined) return undefined;
  // The record is reported for that: which of the two is behind can't be told before it is mended.
  if (decided !== undefined && asked.isUnclear(decided)) return undefined;
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
