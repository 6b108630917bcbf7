import { configureGlobal } from 'fast-check';

// Elsewhere every run of the property tests tries other cases; where CI is set, one that fails can be repeated to the letter.
if (process.env.CI) configureGlobal({ seed: 20261126 });
