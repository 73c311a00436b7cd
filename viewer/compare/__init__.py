"""The model beside its references."""
