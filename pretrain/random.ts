export { hash32, type Random, random, range, shuffle } from '../src/model/random';
