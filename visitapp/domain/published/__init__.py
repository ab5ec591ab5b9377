"""What others publish of schools: the register, outcomes and inspections, as frozen values and pure rules."""
