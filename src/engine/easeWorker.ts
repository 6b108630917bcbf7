import { expose } from 'comlink';
import { carryErrors } from './carryErrors';
import { createEaseSolver } from './core/easeSolver';

carryErrors();
addEventListener('message', ({ ports: [port] }) => expose(createEaseSolver(), port));
