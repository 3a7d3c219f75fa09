import fc from 'fast-check';

// What a property is held against is drawn anew in each run, and now and then finds what nobody thought of. That must not
// stop a change which has nothing to do with it: where this is set, the same is drawn each time.
const { PROPERTY_SEED } = process.env;
if (PROPERTY_SEED) fc.configureGlobal({ seed: Number(PROPERTY_SEED) });
