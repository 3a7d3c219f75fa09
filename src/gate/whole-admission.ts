import type { AdmissionData } from '../documents/kinds/formats.ts';
import type { Given } from './facts.ts';

/** The admission where it is whole; one with any fault admits nothing. */
export function wholeAdmission(admission: Given<AdmissionData>): AdmissionData | undefined {
  return admission.state === 'read' && admission.faults.length === 0 ? admission.value : undefined;
}
