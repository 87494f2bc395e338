import { describeConformance } from './conformance.js';
import { eachComponent } from './suites.js';

eachComponent(describeConformance);
