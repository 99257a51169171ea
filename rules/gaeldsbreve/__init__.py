"""Gældsbrevsloven: papers of debt and their transfer."""
